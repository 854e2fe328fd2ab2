import './inbox/realtime-inbox.js';
