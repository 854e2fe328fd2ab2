import './counts/realtime-count.js';
import './thread/realtime-thread.js';
