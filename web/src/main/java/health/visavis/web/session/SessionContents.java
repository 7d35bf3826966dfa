package health.visavis.web.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/// What a session holds, as it lies in the database: Java objects. Reading those makes whatever object the bytes name,
/// so only the classes that sessions are made of are read; whoever could write the table would run their own otherwise
/// (CWE-502).
///
/// What is not read is not there: without its sign-in a session is a stranger's.
final class SessionContents {

    private static final Logger LOG = LoggerFactory.getLogger(SessionContents.class);

    /// Depth, references, length of arrays and bytes are a multiple of what a sign-in with many groups needs.
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=60;maxrefs=50000;maxarray=100000;maxbytes=2000000;health.visavis.**;org.springframework.security.**;"
                    + "jakarta.servlet.http.Cookie;java.lang.*;java.math.*;java.net.URI;java.net.URL;java.time.*;java.util.*;!*");

    private SessionContents() {}

    static ConversionService conversions() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(new Reading());
        return conversions;
    }

    private static final class Reading implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof byte[] bytes ? read(bytes) : null;
        }
    }

    private static @Nullable Object read(byte[] bytes) {
        try (var objects = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(bytes), SessionContents.class.getClassLoader())) {
            objects.setObjectInputFilter(KNOWN);
            return objects.readObject();
        } catch (InvalidClassException foreign) {
            LOG.warn(
                    "part of a session was left out: it is of a class that sessions do not hold, or of another version");
        } catch (IOException | ClassNotFoundException unreadable) {
            LOG.warn("part of a session was left out: {}", unreadable.getClass().getSimpleName());
        }
        return null;
    }
}
