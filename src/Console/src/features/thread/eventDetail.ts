/** What the platform told besides what happened: it stands behind the server's own sentence. */
export const eventDetail = (text: string | null | undefined): string | undefined => text?.match(/^[^.]*\.\s+(.+)$/s)?.[1];
