import './counts/realtime-count.js';
import './thread/realtime-thread.js';

// What the other files of this server's pages use of it: they come to pages where it is, or bring it with them.
export { css, html, LitElement, nothing } from 'lit';
export { property, state } from 'lit/decorators.js';
export { Person } from './identity/person.js';
export { Backoff } from './live/backoff.js';
export { hubConnection } from './live/hub.js';
export { Speech } from './locales/speech.js';
export { whyRejected } from './reading/words.js';
export { controls } from './theme/controls.js';
export { tokens } from './theme/tokens.js';
export { ownServer } from './thread/embedding.js';
