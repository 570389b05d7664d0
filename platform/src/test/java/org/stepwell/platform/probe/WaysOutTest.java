package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Told;
import org.stepwell.platform.message.Mail;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.TextMessages;
import org.stepwell.platform.testing.WaysOut;
import org.stepwell.platform.time.DueDoor;

/** The guards of the ways out bite: here is a class for each that breaks it. The classes do nothing but be looked at. */
class WaysOutTest {

    private static final String SAYS_NOTHING = "has neither @Discloses nor @NotDisclosed";
    private static final String NEVER_ASKS = "and never asks";

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aWayOutThatDoesNotAskIsFound(String name, ArchRule rule, Class<?> breaks, String found) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(breaks));

        assertThat(result.getFailureReport().getDetails())
                .as(name)
                .singleElement()
                .asString()
                .contains(found);
    }

    static Stream<Arguments> broken() {
        var operations = WaysOut.sayWhatTheyDiscloseAndAsk();
        var writers = WaysOut.askBeforeTheyWrite();
        return Stream.of(
                Arguments.of("a page", operations, Page.class, SAYS_NOTHING),
                Arguments.of("a page by its class", operations, PageByItsClass.class, SAYS_NOTHING),
                Arguments.of("an answer to a partner", operations, AnswersAPartner.class, SAYS_NOTHING),
                Arguments.of("says and does not ask", operations, NeverAsks.class, "never asks Disclosures"),
                Arguments.of("asks and does not say", operations, AsksUnsaid.class, "has no @Discloses"),
                Arguments.of("open to patients", operations, OpenToPatients.class, "is open to patients"),
                Arguments.of("what falls due mails", writers, MailsUnasked.class, NEVER_ASKS),
                Arguments.of("it writes", writers, WritesUnasked.class, NEVER_ASKS),
                Arguments.of("it sends a text", writers, TextsUnasked.class, NEVER_ASKS),
                Arguments.of("a caller asks, and so not what falls due", writers, AskedBySome.class, NEVER_ASKS));
    }

    @ParameterizedTest
    @ValueSource(classes = {MailsAsked.class, SaysWhyNot.class, LooksForAWay.class})
    void whoAsksOrSaysWhyNotMayWrite(Class<?> writer) {
        var result = WaysOut.askBeforeTheyWrite()
                .allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(writer));

        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @Path("page")
    abstract static class Page {
        @GET
        @Produces("text/html;charset=UTF-8")
        @Guard(Policy.CARE_TEAM_READS)
        public String get() {
            return "";
        }
    }

    @Path("page/by/class")
    @Produces("text/csv")
    abstract static class PageByItsClass {
        @GET
        @Guard(Policy.CARE_TEAM_READS)
        public String get() {
            return "";
        }
    }

    @Path("partner/answer")
    abstract static class AnswersAPartner {
        @GET
        @Guard(Policy.PARTNERS_REFER)
        public String get() {
            return "";
        }
    }

    @Path("never/asks")
    abstract static class NeverAsks {
        @GET
        @Discloses
        @Guard(Policy.STAFF_DISCLOSE)
        public String get() {
            return "";
        }
    }

    @Path("asks/unsaid")
    abstract static class AsksUnsaid {
        abstract Disclosures disclosures();

        abstract Ask ask();

        @GET
        @Guard(Policy.STAFF_DISCLOSE)
        public String get() {
            return disclosures()
                    .mustBeOpen(ask(), Channel.PHONE, new Told(null, null))
                    .toString();
        }
    }

    @Path("open/to/patients")
    abstract static class OpenToPatients {
        abstract Disclosures disclosures();

        abstract Ask ask();

        @GET
        @Discloses
        @Guard(Policy.CARE_TEAM_READS)
        public String get() {
            return disclosures()
                    .mustBeOpen(ask(), Channel.PHONE, new Told(null, null))
                    .toString();
        }
    }

    abstract static class MailsUnasked implements DueDoor {
        abstract Mail mail();

        @Override
        public void due(UUID subject, Instant dueAt) {
            tell(subject);
        }

        private void tell(UUID subject) {
            mail().send(subject, "tomas@example.org", "About Maya", "She came.");
        }
    }

    abstract static class WritesUnasked implements DueDoor {
        abstract Messenger messenger();

        abstract PatientContact contact();

        @Override
        public void due(UUID subject, Instant dueAt) {
            messenger()
                    .wayTo(contact())
                    .ifPresent(way ->
                            messenger().send(subject, contact(), way, new Messenger.Words("About Maya", "She came.")));
        }
    }

    abstract static class TextsUnasked implements DueDoor {
        abstract TextMessages texts();

        @Override
        public void due(UUID subject, Instant dueAt) {
            texts().send(subject, "+15550100", "She came.");
        }
    }

    /** Whoever calls it by hand has asked; whoever does what falls due has not. */
    abstract static class AskedBySome implements DueDoor {
        abstract Disclosures disclosures();

        abstract Ask ask();

        abstract Mail mail();

        void now(UUID subject) {
            disclosures().mustBeOpen(ask(), Channel.SECURE_MESSAGE, new Told(null, null));
            due(subject, Instant.EPOCH);
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            mail().sendUnnamed(subject, "tomas@example.org", "About Maya", "She came.");
        }
    }

    abstract static class MailsAsked implements DueDoor {
        abstract Disclosures disclosures();

        abstract Ask ask();

        abstract Mail mail();

        @Override
        public void due(UUID subject, Instant dueAt) {
            disclosures().permit(ask(), Channel.SECURE_MESSAGE, new Told(null, null));
            tell(subject);
        }

        private void tell(UUID subject) {
            mail().sendUnnamed(subject, "tomas@example.org", "About Maya", "She came.");
        }
    }

    abstract static class SaysWhyNot implements DueDoor {
        abstract Mail mail();

        @Override
        @NotDisclosed("to the patient")
        public void due(UUID subject, Instant dueAt) {
            mail().send(subject, "maya@example.org", "Tomorrow", "At nine.");
        }
    }

    abstract static class LooksForAWay implements DueDoor {
        abstract Messenger messenger();

        abstract PatientContact contact();

        @Override
        public void due(UUID subject, Instant dueAt) {
            messenger().wayTo(contact());
        }
    }
}
