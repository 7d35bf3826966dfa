package health.visavis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.Algorithms;
import health.visavis.secrets.SecretNames;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of the house that a compiler does not know. Each is tried on a deliberate violation too: see
/// [HouseRulesTest].
final class HouseRules {

    private static final Set<String> DOORS = Stream.of(
                    Cipher.class,
                    KDF.class,
                    KeyAgreement.class,
                    KeyFactory.class,
                    KeyGenerator.class,
                    KeyPairGenerator.class,
                    Mac.class,
                    MessageDigest.class,
                    SecretKeyFactory.class,
                    Signature.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern SETTING = Pattern.compile("\\$\\{([^:}]+)");

    static final ArchRule USE_CASES_ASK_FIRST = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(UseCase.class)
            .should(takeAnActorAndAskAccessFirst())
            .because("a permission that is asked later, or elsewhere, is one that gets forgotten");

    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("..domain..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.crypto..", "health.visavis.kernel..", "..domain..", "org.jspecify.annotations..")
            .because("rules are read and tested without a framework");

    static final ArchRule SQL_STAYS_IN_STORES = noClasses()
            .that()
            .resideInAnyPackage("health.visavis.web..", "health.visavis.fhir..", "..domain..", "violations.web..")
            .and()
            .resideOutsideOfPackage("health.visavis.web.session.store..")
            .should()
            .dependOnClassesThat(assignableTo(JdbcClient.class).or(assignableTo(JdbcOperations.class)))
            .because("SQL lives in the store of the capability that owns the table");

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("health.visavis..", "violations..")
            .and()
            .doNotHaveFullyQualifiedName("health.visavis.kernel.TimeOrderedId")
            .and()
            .resideOutsideOfPackages("health.visavis.local..", "health.visavis.proof..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves " + Clock.class.getSimpleName() + ", not the machine");

    /// TLS has switches of its own, and what stands in for others in tests seals nothing of ours.
    static final ArchRule CRYPTOGRAPHY_HAS_ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackages("health.visavis.proof..", "health.visavis.simulator..")
            .and()
            .areNotAssignableTo(Algorithms.class)
            .should()
            .callMethodWhere(asksJavaForAnAlgorithm())
            .because("which algorithms are allowed is decided in one place");

    static final ArchRule NAMES_SAY_WHAT = noClasses()
            .should()
            .haveNameMatching(".*\\.[A-Za-z]*(Impl|Manager|Helper|Utils?|DTO|Dto)$")
            .orShould()
            .haveNameMatching(".*\\.(Abstract|Base)[A-Z][A-Za-z]*$")
            .because("such a name says that nobody knew what the class is");

    static final ArchRule NULL_IS_MARKED = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackage("..templates..")
            .should(liveInANullMarkedPackage());

    static final ArchRule NO_FIELD_INJECTION = fields().should().notBeAnnotatedWith(Autowired.class);

    static final ArchRule NOBODY_PRINTS = noClasses()
            .that()
            .resideInAnyPackage("health.visavis..", "violations..")
            .and()
            // The console is where its commands are given and answered.
            .doNotHaveFullyQualifiedName("health.visavis.OneMachine")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a print goes where nobody looks, and past every filter");

    static final ArchRule SECRETS_ARE_NAMED_NOT_GIVEN = classes()
            .should(takeNoSecretFromASetting())
            .because("a setting says where a secret lies; Secrets reads it, and what it reads does not print");

    private HouseRules() {}

    private static ArchCondition<JavaClass> takeNoSecretFromASetting() {
        return new ArchCondition<>("take no secret from a setting") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .flatMap(unit -> unit.getParameterAnnotations().stream().flatMap(Collection::stream))
                        .filter(annotation -> annotation.getRawType().isEquivalentTo(Value.class))
                        .map(annotation -> annotation.as(Value.class).value())
                        .filter(HouseRules::asksForASecret)
                        .forEach(asked -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " takes " + asked + " from a setting")));
                type.tryGetAnnotationOfType(ConfigurationProperties.class)
                        .ifPresent(bound -> type.getFields().stream()
                                .filter(field -> field.getRawType().isEquivalentTo(String.class))
                                .filter(field -> SecretNames.isSecret(bound.value() + "." + field.getName()))
                                .forEach(field -> events.add(SimpleConditionEvent.violated(
                                        type, field.getFullName() + " is bound to a secret"))));
            }
        };
    }

    private static boolean asksForASecret(String placeholder) {
        return SETTING.matcher(placeholder).results().anyMatch(found -> SecretNames.isSecret(found.group(1)));
    }

    private static DescribedPredicate<JavaClass> assignableTo(Class<?> type) {
        return JavaClass.Predicates.assignableTo(type);
    }

    private static ArchCondition<JavaMethod> takeAnActorAndAskAccessFirst() {
        return new ArchCondition<>("take an Actor first and ask Access#require before anything else") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.STATIC)) {
                    return;
                }
                var parameters = method.getRawParameterTypes();
                if (parameters.isEmpty() || !parameters.getFirst().isEquivalentTo(Actor.class)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Actor first"));
                }
                var asks = method.getMethodCallsFromSelf().stream()
                        .filter(call -> asksAccess(call) || asksThroughASibling(method, call))
                        .mapToInt(JavaMethodCall::getLineNumber)
                        .min();
                var firstLine = method.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getLineNumber)
                        .min(Comparator.naturalOrder());
                if (asks.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never asks Access"));
                } else if (firstLine.isPresent() && asks.getAsInt() > firstLine.get() + 1) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " asks Access too late"));
                }
            }
        };
    }

    private static boolean asksAccess(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Access.class)
                && call.getTarget().getName().startsWith("require");
    }

    /// Another public method of the same use case, which is held to this rule itself.
    private static boolean asksThroughASibling(JavaMethod method, JavaMethodCall call) {
        return call.getTargetOwner().equals(method.getOwner())
                && call.getTarget()
                        .resolveMember()
                        .filter(target -> target.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent();
    }

    private static DescribedPredicate<JavaMethodCall> asksJavaForAnAlgorithm() {
        return DescribedPredicate.describe(
                "ask Java for an algorithm",
                call -> call.getName().equals("getInstance")
                        && DOORS.contains(call.getTargetOwner().getName()));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
