/// Sessions live in PostgreSQL, so any instance answers any request; they end by themselves when nobody is
/// there (45 CFR 164.312(a)(2)(iii)).
///
/// A page warns before that and can extend; a visit that is going on counts as somebody being there.
@NullMarked
package health.visavis.web.session;

import org.jspecify.annotations.NullMarked;
