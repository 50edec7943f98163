/** What the page's policy knows the style sheet by that the editor makes. It keeps no secret: nothing else makes any. */
export const EDITOR_NONCE = 'vasim-editor';
