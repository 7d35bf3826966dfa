/// Tests of the style sheets and the built assets.
package health.visavis.web.styles;
