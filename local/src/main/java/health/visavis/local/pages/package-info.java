/// What the sign-in pages and the mailbox share: templates, texts in English and Spanish, and the style sheets.
@NullMarked
package health.visavis.local.pages;

import org.jspecify.annotations.NullMarked;
