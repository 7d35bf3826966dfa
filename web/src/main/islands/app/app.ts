/** What every page carries: htmx for calmer pages, and the small behaviours of the shell. */
import 'htmx.org';
import { Disclosure } from './disclosure.js';
import { IdleGuard } from './idle.js';
import { keepNothing } from './keep-nothing.js';
import { start } from './modules.js';
import { TakeFocus } from './take-focus.js';

keepNothing();
start({ disclosure: Disclosure, idle: IdleGuard, 'take-focus': TakeFocus });
