/** How many bytes become characters at a time: an argument list has a limit. */
const STEP = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += STEP) binary += String.fromCharCode(...bytes.subarray(start, start + STEP));
  return btoa(binary);
}
