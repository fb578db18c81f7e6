/** The packages that a lab's project needs, at the versions this site was built with. */
export const versions: Readonly<Record<string, string>> = __TENLAB_VERSIONS__;
