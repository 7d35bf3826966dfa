package health.visavis.proof.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a manifest into fabric8's model of its kind. The models keep what they do not know in `additionalProperties`
/// at any depth; here that is a fault, as it is for an API server that validates strictly.
final class StrictReading {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictReading() {}

    static List<String> complaints(Manifest manifest) {
        try {
            Class<?> shape = Objects.requireNonNullElse(Unmodelled.shapeOf(manifest), KubernetesResource.class);
            Object read = STRICT.treeToValue(manifest.content(), shape);
            if (read instanceof GenericKubernetesResource) {
                return List.of(manifest + " is of a kind that nobody has a model of");
            }
            var unknown = new ArrayList<String>();
            walk(read, manifest.toString(), unknown);
            return unknown;
        } catch (JsonProcessingException refused) {
            return List.of(manifest + ": " + refused.getOriginalMessage());
        }
    }

    private static void walk(@Nullable Object read, String path, List<String> unknown) {
        switch (read) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, value) -> walk(value, path + "." + key, unknown));
            case Collection<?> list -> list.forEach(element -> walk(element, path, unknown));
            default -> {
                if (isModel(read.getClass())) {
                    fields(read, path, unknown);
                }
            }
        }
    }

    private static boolean isModel(Class<?> type) {
        return type.getName().startsWith("io.fabric8.") && !type.isEnum()
                || type.getEnclosingClass() != null && type.isRecord();
    }

    private static void fields(Object read, String path, List<String> unknown) {
        for (Class<?> type = read.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                var value = valueOf(field, read);
                if (field.getName().equals("additionalProperties")) {
                    if (value instanceof Map<?, ?> more) {
                        more.keySet().forEach(key -> unknown.add(path + ": there is no field " + key));
                    }
                } else {
                    walk(value, path + "." + field.getName(), unknown);
                }
            }
        }
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
