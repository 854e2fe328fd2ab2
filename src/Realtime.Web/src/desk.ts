import './desk/theme/page.css';
import './desk/realtime-desk.js';
