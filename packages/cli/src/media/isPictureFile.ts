const PICTURE = /\.(jpe?g|png|webp)$/i;

/** Whether a file's name says that it is a still picture, and not a clip. */
export const isPictureFile = (path: string): boolean => PICTURE.test(path);
