/** What every page carries: htmx for calmer pages, and the small behaviours of the shell. */
import 'htmx.org';
import { start } from './modules.js';
import { Disclosure } from './disclosure.js';

start({ disclosure: Disclosure });
