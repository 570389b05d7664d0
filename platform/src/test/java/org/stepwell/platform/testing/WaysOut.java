package org.stepwell.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.LinkDisclosures;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.TextMessages;

/**
 * Where something can leave the clinic: pages and files, which are carried away, whatever others than staff and patients may
 * call, and whatever writes to somebody. Each says what it discloses, and asks, or says why it discloses nothing.
 */
public final class WaysOut {

    private static final Set<String> QUESTIONS = Set.of(
            "permit", "permitBy", "ifPermitted", "permitEach", "mustBeOpen", "withoutConsent", "opensWithoutConsent");

    /** What writes to somebody; only {@code wayTo} and {@code areSent} send nothing. */
    private static final Set<Class<?>> WRITERS = Set.of(Mail.class, Messenger.class, TextMessages.class);

    private static final Set<String> WRITES_NOTHING = Set.of("wayTo", "areSent");

    /** By their own words. */
    private static final Set<Policy> ABOUT_NO_PATIENT = EnumSet.of(Policy.SIGNED_IN, Policy.CLINIC_MEMBERS_READ);

    private WaysOut() {}

    /** An operation that lets something out names it and asks for it. */
    public static ArchRule sayWhatTheyDiscloseAndAsk() {
        return methods().that(HouseRules.areOperations()).should(new ArchCondition<>("ask for what leaves") {
            @Override
            public void check(JavaMethod operation, ConditionEvents events) {
                boolean discloses = operation.isAnnotatedWith(Discloses.class);
                boolean asks = reachesAQuestion(operation, new HashSet<>());
                expect(operation, discloses == asks, asks ? "has no @Discloses" : "never asks Disclosures", events);
                boolean staffs = HouseRules.policyOf(operation)
                        .filter(WaysOut::isForStaff)
                        .isPresent();
                expect(operation, !discloses || staffs, "is open to patients, or to whoever broke the glass", events);
                boolean said = discloses || operation.isAnnotatedWith(NotDisclosed.class);
                expect(operation, said || !isWayOut(operation), "has neither @Discloses nor @NotDisclosed", events);
            }
        });
    }

    /** Nobody comes to where a mail or a text message is sent without having asked, whichever way they come. */
    public static ArchRule askBeforeTheyWrite() {
        return codeUnits().that(write()).should(new ArchCondition<>("be reached by whoever asked") {
            @Override
            public void check(JavaCodeUnit writer, ConditionEvents events) {
                for (var start : startsThatNeverAsk(writer, new HashSet<>())) {
                    expect(start, false, "comes to write in %s and never asks".formatted(writer.getFullName()), events);
                }
            }
        });
    }

    private static DescribedPredicate<JavaCodeUnit> write() {
        return DescribedPredicate.describe(
                "write to somebody",
                unit -> !unit.getOwner().getPackageName().equals(Mail.class.getPackageName())
                        && Stream.concat(
                                        unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                                .anyMatch(access -> WRITERS.stream()
                                                .anyMatch(writer ->
                                                        access.getTargetOwner().isEquivalentTo(writer))
                                        && !WRITES_NOTHING.contains(access.getName())));
    }

    /** From where somebody comes to this and has asked nothing on the way: what falls due, what listens, what is called. */
    private static Set<JavaCodeUnit> startsThatNeverAsk(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit) || unit.isAnnotatedWith(NotDisclosed.class) || reachesAQuestion(unit, new HashSet<>())) {
            return Set.of();
        }
        var callers = unit.getAccessesToSelf().stream()
                .map(JavaAccess::getOrigin)
                .filter(caller -> !caller.equals(unit))
                .collect(Collectors.toSet());
        if (callers.isEmpty() || isCalledByItsType(unit)) {
            return Set.of(unit);
        }
        return callers.stream()
                .flatMap(caller -> startsThatNeverAsk(caller, seen).stream())
                .collect(Collectors.toSet());
    }

    /** By those who know an interface or a class above: nobody sees in the code who they are. */
    private static boolean isCalledByItsType(JavaCodeUnit unit) {
        var types = unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        var owner = unit.getOwner();
        return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .anyMatch(above -> above.tryGetMethod(unit.getName(), types).isPresent());
    }

    private static void expect(JavaCodeUnit unit, boolean so, String what, ConditionEvents events) {
        events.add(new SimpleConditionEvent(unit, so, unit.getFullName() + " " + what));
    }

    private static boolean isWayOut(JavaMethod operation) {
        boolean carriedAway = operation
                .tryGetAnnotationOfType(Produces.class)
                .or(() -> operation.getOwner().tryGetAnnotationOfType(Produces.class))
                .filter(made ->
                        Arrays.stream(made.value()).anyMatch(type -> !type.startsWith(MediaType.APPLICATION_JSON)))
                .isPresent();
        return carriedAway
                || HouseRules.policyOf(operation).filter(WaysOut::isForOthers).isPresent();
    }

    /** Nobody discloses to others what they were let in for as the patient, or to help in an emergency. */
    private static boolean isForStaff(Policy policy) {
        return Arrays.stream(Role.values())
                .map(policy::relationsOf)
                .noneMatch(relations -> relations.contains(Relation.OWN) || relations.contains(Relation.BREAK_GLASS));
    }

    private static boolean isForOthers(Policy policy) {
        return !ABOUT_NO_PATIENT.contains(policy)
                && Arrays.stream(Role.values())
                        .filter(role -> !role.staff() && role != Role.PATIENT)
                        .anyMatch(role -> !policy.relationsOf(role).isEmpty());
    }

    private static boolean reachesAQuestion(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> asked(call.getTargetOwner())
                                ? QUESTIONS.contains(call.getName())
                                : isResolvedToAQuestion(call.getTarget(), seen));
    }

    private static boolean asked(JavaClass owner) {
        return owner.isEquivalentTo(Disclosures.class) || owner.isEquivalentTo(LinkDisclosures.class);
    }

    private static boolean isResolvedToAQuestion(CodeUnitAccessTarget target, Set<JavaCodeUnit> seen) {
        return target.resolveMember()
                .filter(next -> reachesAQuestion(next, seen))
                .isPresent();
    }
}
