/// Every problem the platform can answer with, as a page for people and as RFC 9457 for programs. Says what to
/// do next, never what was typed.
@NullMarked
package health.visavis.web.problem;

import org.jspecify.annotations.NullMarked;
