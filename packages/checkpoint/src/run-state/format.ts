// What says that a safetensors file holds the state of a run.

export const formatName = 'tenlab-run';
export const formatVersion = '1';
