package org.stepwell.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.problem.Rule;

/** How the code of every service is built; what a tool can check about it. */
public final class HouseRules {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private HouseRules() {}

    /** An aggregate decides by itself; it knows no framework but the names of its columns. */
    public static ArchRule entitiesStandAlone() {
        return noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..", "jakarta.ws.rs..", "jakarta.inject..", "org.eclipse.microprofile.config..");
    }

    /** Time comes from a clock that can be moved. */
    public static ArchRule nobodyLooksAtTheWall() {
        return noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("the wall clock is read") {
            @Override
            public boolean test(JavaMethodCall call) {
                return now(call) || theClocksOwn(call);
            }

            private static boolean now(JavaMethodCall call) {
                return "now".equals(call.getName())
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isAssignableTo(java.time.Clock.class));
            }

            // Read by the clocks themselves, and by what makes ids.
            private static boolean theClocksOwn(JavaMethodCall call) {
                boolean system = call.getTargetOwner().isEquivalentTo(System.class)
                        && "currentTimeMillis".equals(call.getName());
                boolean clock = call.getTargetOwner().isEquivalentTo(java.time.Clock.class)
                        && call.getName().startsWith("system");
                return (system || clock)
                        && !call.getOriginOwner().getPackageName().equals("org.stepwell.platform.time")
                        && !call.getOriginOwner().isEquivalentTo(org.stepwell.platform.database.Uuid7.class);
            }
        });
    }

    /** A class is named after what it is in the clinic. */
    public static ArchRule nothingIsCalledAManager() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Mapper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util");
    }

    /** Features do not know each other in a circle. */
    public static ArchRule featuresFormNoCycle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Every component of a request says whether it may be missing. */
    public static ArchRule requestsSayWhatMayBeMissing() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("take records whose components are constrained or @Nullable") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getRawParameterTypes().stream()
                                .map(JavaClass::reflect)
                                .filter(HouseRules::isForm)
                                .forEach(type -> undecided(type, new HashSet<>(), events));
                    }
                });
    }

    /** Every operation names its policy. */
    public static ArchRule everyOperationIsGuarded() {
        return methods()
                .that(areOperations())
                .should(
                        new ArchCondition<JavaMethod>(
                                "name a policy with @Guard, in a transaction that sees it asked") {
                            @Override
                            public void check(JavaMethod method, ConditionEvents events) {
                                var policy = policyOf(method);
                                events.add(new SimpleConditionEvent(
                                        method, policy.isPresent(), method.getFullName() + " names no policy"));
                                boolean seen = policy.filter(HouseRules::asksForARecord)
                                                .isEmpty()
                                        || method.isAnnotatedWith(Transactional.class)
                                        || method.getOwner().isAnnotatedWith(Transactional.class);
                                events.add(new SimpleConditionEvent(
                                        method,
                                        seen,
                                        method.getFullName() + " asks about a record outside of any @Transactional"));
                            }
                        });
    }

    static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                method -> method.getAnnotations().stream()
                        .map(one -> one.getRawType())
                        .anyMatch(type ->
                                type.getPackageName().equals("jakarta.ws.rs") && VERBS.contains(type.getSimpleName())));
    }

    static Optional<Policy> policyOf(JavaMethod method) {
        return method.tryGetAnnotationOfType(Guard.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Guard.class))
                .map(Guard::value);
    }

    private static boolean asksForARecord(Policy policy) {
        return Arrays.stream(Role.values())
                .map(policy::relationsOf)
                .anyMatch(relations -> !relations.isEmpty() && !relations.contains(Relation.CLINIC));
    }

    /** Every enum of rules is in the service's rule book. */
    public static ArchRule everyRuleIsListed(Set<String> listed) {
        return classes()
                .that()
                .implement(Rule.class)
                .should(new ArchCondition<JavaClass>("be listed in META-INF/stepwell/rules") {
                    @Override
                    public void check(JavaClass rules, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                rules, listed.contains(rules.getName()), rules.getName() + " is not listed"));
                    }
                });
    }

    private static void undecided(Class<?> type, Set<Class<?>> seen, ConditionEvents events) {
        if (!seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            boolean decided = component.getType().isPrimitive()
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || Arrays.stream(component.getAccessor().getAnnotations())
                            .anyMatch(
                                    one -> one.annotationType().getPackageName().startsWith("jakarta.validation"));
            events.add(new SimpleConditionEvent(
                    type,
                    decided,
                    "%s.%s is neither constrained nor @Nullable".formatted(type.getSimpleName(), component.getName())));
            formsIn(component.getGenericType()).forEach(form -> undecided(form, seen, events));
        }
    }

    /** The records of a form that a type is made of: itself, or the elements of a list. */
    private static Stream<Class<?>> formsIn(Type type) {
        return switch (type) {
            case Class<?> plain when isForm(plain) -> Stream.of(plain);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(HouseRules::formsIn);
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).flatMap(HouseRules::formsIn);
            default -> Stream.empty();
        };
    }

    /** A record of its own is a value of the contracts; a form stands within its resource. */
    private static boolean isForm(Class<?> type) {
        return type.isRecord() && type.getEnclosingClass() != null;
    }
}
