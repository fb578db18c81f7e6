/** The version of Keras whose files ours are like: what their `keras_version` says. */
export const kerasVersion = '3.15.1';
