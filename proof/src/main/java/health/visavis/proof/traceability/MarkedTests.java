package health.visavis.proof.traceability;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The marks on compiled tests, read without loading a class, so that no test's class path is needed.
final class MarkedTests {

    private static final String MARK = "Lhealth/visavis/kernel/Requirement;";

    private MarkedTests() {}

    /// Row id → the tests that name it, from every `target/test-classes` below the root.
    static SortedMap<String, SortedSet<ProvingTest>> below(Path root) throws IOException {
        var marked = new TreeMap<String, SortedSet<ProvingTest>>();
        try (var modules = Files.list(root)) {
            for (var classes : modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(classes)) {
                    for (var file : files.filter(path -> path.toString().endsWith(".class"))
                            .toList()) {
                        read(ClassFile.of().parse(file), marked);
                    }
                }
            }
        }
        return marked;
    }

    private static void read(ClassModel model, SortedMap<String, SortedSet<ProvingTest>> marked) {
        var className = model.thisClass().asInternalName().replace('/', '.');
        var ofClass = rowsNamedBy(model);
        for (var method : model.methods()) {
            var rows = Stream.concat(rowsNamedBy(method).stream(), isTest(method) ? ofClass.stream() : Stream.empty());
            rows.forEach(row -> marked.computeIfAbsent(row, _ -> new TreeSet<>())
                    .add(new ProvingTest(className, method.methodName().stringValue())));
        }
    }

    private static boolean isTest(AttributedElement method) {
        return annotationsOf(method).stream()
                .anyMatch(annotation -> annotation.className().stringValue().startsWith("Lorg/junit/jupiter/"));
    }

    private static List<String> rowsNamedBy(AttributedElement element) {
        return annotationsOf(element).stream()
                .filter(annotation -> annotation.className().equalsString(MARK))
                .flatMap(annotation -> annotation.elements().stream())
                .flatMap(value -> texts(value.value()))
                .toList();
    }

    private static List<Annotation> annotationsOf(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> attribute.annotations())
                .orElse(List.of());
    }

    private static Stream<String> texts(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfString text -> Stream.of(text.stringValue());
            case AnnotationValue.OfArray array -> array.values().stream().flatMap(MarkedTests::texts);
            default -> Stream.empty();
        };
    }
}
