/// Sessions live in PostgreSQL, so any instance answers any request; they end by themselves when nobody is
/// there (45 CFR 164.312(a)(2)(iii)), and after [SessionSettings#longest] in any case.
///
/// What counts as somebody being there is a request to a page or the API. A page warns before the end and can
/// extend; the page of a visit that is going on extends by itself. The live connection never counts: a forgotten
/// tab reconnects for ever.
@NullMarked
package health.visavis.web.session;

import org.jspecify.annotations.NullMarked;
