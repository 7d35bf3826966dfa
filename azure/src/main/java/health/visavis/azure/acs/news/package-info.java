/// What Azure Communication Services tells us of its own accord: Event Grid's events and the callbacks of Call
/// Automation. They come at least once, in any order, late, and from anybody who knows the address; so each proves
/// where it is from, is kept once under its id, and changes nothing but the record of the call.
@NullMarked
package health.visavis.azure.acs.news;

import org.jspecify.annotations.NullMarked;
