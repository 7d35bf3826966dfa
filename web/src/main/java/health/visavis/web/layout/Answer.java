package health.visavis.web.layout;

/// What a controller of pages answers: draw a page, or go elsewhere.
public sealed interface Answer permits Page, Redirect {}
