/// Server-rendered pages, the JSON of the islands, and the live socket. One package per area of the site, with
/// the same name as its folder of templates.
@NullMarked
package health.visavis.web;

import org.jspecify.annotations.NullMarked;
