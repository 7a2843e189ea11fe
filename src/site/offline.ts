/** File name of the bundle, under `/download/`. */
export const zipName = 'kubernetes-notes.zip';
