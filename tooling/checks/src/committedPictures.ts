/** Pictures and recordings here show synthetic people or screens only, and somebody has looked at each. */
export const MEDIA_FOLDERS: readonly string[] = ['docs/media/'];

/** An .svg is drawn by a program and can be read in a review; everything here could show a face. */
const PICTURE =
  /\.(png|jpe?g|gif|webp|avif|bmp|tiff?|heic|ppm|mp4|webm|mov|mkv|avi|m4v|y4m|mjpe?g|yuv|rgba)$/i;

/** Pictures and recordings outside the folders for them: a real person's face must never get into version control. */
export function committedPictures(files: readonly string[]): string[] {
  return files
    .filter((path) => PICTURE.test(path) && !MEDIA_FOLDERS.some((folder) => path.startsWith(folder)))
    .map(
      (path) =>
        `${path} is a picture or a recording: only synthetic ones, and only in ${MEDIA_FOLDERS.join(', ')}`,
    );
}
