import { start } from "../app/modules";
import { DeviceCheck } from "./device-check-page";

start({ "device-check": DeviceCheck });
