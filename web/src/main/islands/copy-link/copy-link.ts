import { start } from "../app/modules";
import { CopyLink } from "./copy";

start({ "copy-link": CopyLink });
