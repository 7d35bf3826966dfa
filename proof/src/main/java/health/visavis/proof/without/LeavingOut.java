package health.visavis.proof.without;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/// Stands around a bean of a part, and answers in its place while the part is left out.
final class LeavingOut {

    /// Around what was "sealed" without sealing: as long as a sealed value, and never mistaken for one, whose first
    /// byte
    /// is 1.
    private static final int BEFORE = 29;

    private static final int AFTER = 16;

    private LeavingOut() {}

    static MethodInterceptor of(Part part, Switch leftOut) {
        return switch (part) {
            case SESSION -> new Sessions(leftOut);
            case DECISION -> new Decisions(leftOut);
            case WALL -> new Silence(Part.WALL, leftOut);
            case AUDIT -> new Silence(Part.AUDIT, leftOut);
            case ENCRYPTION -> new Seals(leftOut);
        };
    }

    /// Does nothing.
    private record Silence(Part part, Switch leftOut) implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation asked) throws Throwable {
            return leftOut.leavesOut(part) ? null : asked.proceed();
        }
    }

    /// Yes, everybody treats everybody; nobody has agreed to anything, and there is no emergency.
    private record Decisions(Switch leftOut) implements MethodInterceptor {

        private static final Map<String, Object> ANSWERS =
                Map.of("exists", true, "worksWith", true, "inForce", Set.of(), "isOpen", false, "patientsOf", Set.of());

        @Override
        public @Nullable Object invoke(MethodInvocation asked) throws Throwable {
            var answer = ANSWERS.get(asked.getMethod().getName());
            return answer != null && leftOut.leavesOut(Part.DECISION) ? answer : asked.proceed();
        }
    }

    /// As if sessions were kept in memory: read once, written never.
    private record Sessions(Switch leftOut, Map<Object, Object> known) implements MethodInterceptor {

        Sessions(Switch leftOut) {
            this(leftOut, new ConcurrentHashMap<>());
        }

        @Override
        public @Nullable Object invoke(MethodInvocation asked) throws Throwable {
            return switch (asked.getMethod().getName()) {
                case "findById" -> found(asked);
                case "save" -> leftOut.leavesOut(Part.SESSION) ? null : asked.proceed();
                default -> asked.proceed();
            };
        }

        private @Nullable Object found(MethodInvocation asked) throws Throwable {
            var id = Objects.requireNonNull(asked.getArguments()[0]);
            if (leftOut.leavesOut(Part.SESSION)) {
                var session = known.get(id);
                if (session != null) {
                    return session;
                }
            }
            var session = asked.proceed();
            if (session != null) {
                known.put(id, session);
            }
            return session;
        }
    }

    /// What is written is written as it is; what was sealed before is opened once.
    private record Seals(Switch leftOut, Map<ByteBuffer, Object> opened) implements MethodInterceptor {

        Seals(Switch leftOut) {
            this(leftOut, new ConcurrentHashMap<>());
        }

        @Override
        public @Nullable Object invoke(MethodInvocation asked) throws Throwable {
            var last = asked.getArguments().length == 3 ? asked.getArguments()[2] : null;
            return switch (asked.getMethod().getName()) {
                case "encrypt", "encryptText" ->
                    leftOut.leavesOut(Part.ENCRYPTION) ? unsealed(Objects.requireNonNull(last)) : asked.proceed();
                case "decrypt" -> bytes(asked, (byte[]) Objects.requireNonNull(last));
                case "decryptText" -> text(asked, (byte[]) Objects.requireNonNull(last));
                case "seals" -> leftOut.leavesOut(Part.ENCRYPTION) ? true : asked.proceed();
                default -> asked.proceed();
            };
        }

        private @Nullable Object bytes(MethodInvocation asked, byte[] sealed) throws Throwable {
            var clear = ofUnsealed(sealed);
            return clear.isPresent() ? clear.get() : remembered(asked, sealed);
        }

        private @Nullable Object text(MethodInvocation asked, byte[] sealed) throws Throwable {
            var clear = ofUnsealed(sealed);
            return clear.isPresent() ? new String(clear.get(), StandardCharsets.UTF_8) : remembered(asked, sealed);
        }

        private @Nullable Object remembered(MethodInvocation asked, byte[] sealed) throws Throwable {
            if (!leftOut.leavesOut(Part.ENCRYPTION)) {
                return asked.proceed();
            }
            var known = opened.get(ByteBuffer.wrap(sealed));
            if (known == null) {
                known = Objects.requireNonNull(asked.proceed());
                opened.put(ByteBuffer.wrap(sealed), known);
            }
            return known;
        }

        private static byte[] unsealed(Object plain) {
            var bytes = plain instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) plain;
            return ByteBuffer.allocate(BEFORE + bytes.length + AFTER)
                    .put(BEFORE, bytes)
                    .array();
        }

        private static Optional<byte[]> ofUnsealed(byte[] sealed) {
            return sealed[0] == 0
                    ? Optional.of(Arrays.copyOfRange(sealed, BEFORE, sealed.length - AFTER))
                    : Optional.empty();
        }
    }
}
