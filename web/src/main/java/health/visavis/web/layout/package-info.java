/// What every page shares: the answer types of controllers, the shell around a page, assets, navigation, formats of
/// dates.
///
/// A controller returns [Page] (a template and its prepared view) or [Redirect]; [AnswerWriter] draws it. The
/// template receives `shell` (who looks, in which language, which zone) and `page` (the view).
@NullMarked
package health.visavis.web.layout;

import org.jspecify.annotations.NullMarked;
