/** Makes conversations live: the page of one, the chat beside a call, and the list of all. */
import { start } from '../app/modules.js';
import { Conversation } from './conversation.js';
import { Inbox } from './inbox.js';

start({ chat: Conversation, inbox: Inbox });
