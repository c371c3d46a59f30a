const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A text without what could tell a terminal to do something: it may come from a stranger's file. Line ends and tabs stay. */
export const plain = (text: string): string => text.replace(CONTROLS, '\ufffd');
