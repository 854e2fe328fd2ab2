/** The bundler makes a file of it that the page names. */
declare module '*.css';
