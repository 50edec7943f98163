/** The name of the folder that keeps replications. It may lie in a folder of results, which can be replaced all the same. */
export const KEPT_FOLDER = '.vasim-replications';
