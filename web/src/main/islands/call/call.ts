/** The page of a visit: waiting, being let in, and the call itself happen here without leaving the page. */
import { start } from "../app/modules";
import { CallRoom } from "./call-room";

start({ call: CallRoom });
