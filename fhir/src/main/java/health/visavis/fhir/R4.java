package health.visavis.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import health.visavis.fhir.mapper.ResourceRejected;
import java.io.ByteArrayInputStream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// HAPI's reading of R4, strict, made at the first use. Its complaints quote what they complain about, so they
/// are told in our own words.
final class R4 {

    private R4() {}

    /// Loading this class is what makes the context.
    private static final class Lazy {
        static final FhirContext CONTEXT = FhirContext.forR4();
    }

    static Resource parse(byte[] json) throws ResourceRejected {
        var parser = Lazy.CONTEXT.newJsonParser();
        parser.setParserErrorHandler(new PlaceOnly());
        try {
            return (Resource) parser.parseResource(new ByteArrayInputStream(json));
        } catch (WrongPlace place) {
            throw new ResourceRejected(place.reason());
        } catch (DataFormatException | IllegalArgumentException | ClassCastException wrong) {
            throw new ResourceRejected("not a valid FHIR R4 resource");
        }
    }

    private static final class WrongPlace extends RuntimeException {

        WrongPlace(String rule, @Nullable String element) {
            super(rule + (isName(element) ? ": " + element : ""), null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }

        /// An element that somebody made up could be called anything.
        private static boolean isName(@Nullable String element) {
            return element != null && element.matches("[A-Za-z_]{1,40}");
        }
    }

    private static final class PlaceOnly extends StrictErrorHandler implements IParserErrorHandler {

        @Override
        public void invalidValue(IParseLocation location, String value, String error) {
            throw new WrongPlace("a value that FHIR R4 does not allow", name(location));
        }

        @Override
        public void unknownElement(IParseLocation location, String element) {
            throw new WrongPlace("an element that FHIR R4 does not know", element);
        }

        @Override
        public void unknownAttribute(IParseLocation location, String attribute) {
            throw new WrongPlace("an attribute that FHIR R4 does not know", attribute);
        }

        @Override
        public void incorrectJsonType(
                IParseLocation location,
                String element,
                ValueType expected,
                ScalarType expectedScalar,
                ValueType found,
                ScalarType foundScalar) {
            // A number written as text, or the other way round, loses nothing.
            if (expected != ValueType.SCALAR || found != ValueType.SCALAR) {
                throw new WrongPlace("a value of the wrong shape", element);
            }
        }

        @Override
        public void missingRequiredElement(IParseLocation location, String element) {
            throw new WrongPlace("an element is missing", element);
        }

        @Override
        public void unexpectedRepeatingElement(IParseLocation location, String element) {
            throw new WrongPlace("an element stands twice", element);
        }

        @Override
        public void unknownReference(IParseLocation location, String reference) {
            throw new WrongPlace("a reference into the resource leads nowhere", name(location));
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
            throw new WrongPlace("an extension with a value and extensions", name(location));
        }

        private static @Nullable String name(@Nullable IParseLocation location) {
            return location == null ? null : location.getParentElementName();
        }
    }
}
