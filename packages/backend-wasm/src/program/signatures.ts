import { Opcode } from '../../assembly/program/opcodes';
import type { Instruction } from './instruction';

/**
 * What an argument of an instruction is: `r` an address that is read, `w` one that is wholly or partly written, `u` one
 * that is read and written, `z` the device's own zeros, `i` an integer, `f` a float. Address 0 is none.
 */
export type Role = 'r' | 'w' | 'u' | 'z' | 'i' | 'f';

/** The arguments 0 to 21 of `assembly/lib/window.ts`: in, out and twenty integers. */
const window = `rw${'i'.repeat(20)}`;

/**
 * The roles of each opcode's arguments, in order; `Map` has its own, since its length varies. `GeneratedMap` is never recorded:
 * it takes the place of a `Map` when a program is written.
 */
const signatures: Record<Exclude<Opcode, Opcode.Map | Opcode.GeneratedMap>, string> = {
  [Opcode.PackPanels]: 'rwiiiiii',
  [Opcode.MatMul]: 'rrwiiiiizrirf',
  [Opcode.Conv2D]: `rrw${'i'.repeat(15)}zrirfi`,
  [Opcode.Conv2DStridedBackpropInput]: `rrw${'i'.repeat(15)}z`,
  [Opcode.Conv2DBackpropFilter]: `rrw${'i'.repeat(15)}w`,
  [Opcode.Maximum]: 'rwiii',
  [Opcode.Pool]: `${window}i`,
  [Opcode.PoolGradient]: `${window}iri`,
  [Opcode.Clip]: 'rwiiii',
  [Opcode.SegmentSum]: 'rruiiiii',
  [Opcode.Fill]: 'wii',
  [Opcode.DepthwiseConv2D]: `${window}rrirf`,
  [Opcode.DepthwiseConv2DBackpropInput]: `${window}r`,
  [Opcode.DepthwiseConv2DBackpropFilter]: `${window}r`,
  [Opcode.RepeatElements]: 'rwii',
  [Opcode.Sum]: 'rwiiiif',
  [Opcode.AddTo]: 'rui',
  [Opcode.Slice]: `rw${'i'.repeat(16)}`,
  [Opcode.ThreefryUniform]: 'rwi',
  [Opcode.ThreefryNormal]: 'rwii',
  [Opcode.Gather]: 'rrwiiiiii',
  [Opcode.GatherSum]: 'rrwiiiifii',
  [Opcode.OneHot]: 'rwiiii',
  [Opcode.ArgumentMaximum]: 'rwii',
  [Opcode.WinogradWeights]: 'rwiiiiii',
  [Opcode.WinogradInput]: 'rwiiiiiiiii',
  [Opcode.WinogradOutput]: 'rwiiiiiirirfi',
  [Opcode.WinogradInputGradient]: 'rwiiiiiiiii',
  [Opcode.WinogradOutputGradient]: 'rwiiiiiii',
  [Opcode.WinogradFilterGradient]: 'rwiii',
  [Opcode.Conv2DPlanes]: `rrw${'i'.repeat(13)}rirfi`,
  [Opcode.Conv2DLinesBackpropFilter]: `rrw${'i'.repeat(13)}`,
  [Opcode.Conv2DAddParts]: 'rwiiii',
  [Opcode.Append]: 'rui',
  [Opcode.MatMulBatch]: 'rrwiiiiziiii',
  [Opcode.Lstm]: `${'r'.repeat(4)}${'w'.repeat(7)}${'i'.repeat(7)}`,
  [Opcode.LstmGradient]: `${'r'.repeat(7)}${'w'.repeat(6)}rz${'i'.repeat(7)}`,
  [Opcode.Gru]: `${'r'.repeat(4)}${'w'.repeat(5)}${'i'.repeat(6)}`,
  [Opcode.GruGradient]: `${'r'.repeat(5)}${'w'.repeat(6)}z${'i'.repeat(6)}`,
  [Opcode.VolumePatches]: `${window}iiiii`,
};

/** The roles of an instruction's arguments, in order. */
export function rolesOf(instruction: Instruction): string {
  const opcode = instruction[0] as Exclude<Opcode, Opcode.GeneratedMap>;
  if (opcode !== Opcode.Map) return signatures[opcode];
  const [inputs, operations, outputs] = instruction.subarray(4, 7) as unknown as [number, number, number];
  return `iiii${'riii'.repeat(inputs)}${'wii'.repeat(outputs)}${'iiii'.repeat(operations)}`;
}
