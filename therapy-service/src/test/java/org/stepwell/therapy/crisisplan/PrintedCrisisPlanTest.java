package org.stepwell.therapy.crisisplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.crisisplan.CrisisPlanContent.Contact;

class PrintedCrisisPlanTest {

    private static final String HELP = "Call or text 988.";

    @Test
    void whatWasWrittenIsPrintedInItsOrderAndWhatWasLeftOutIsNot() {
        var says = new CrisisPlanContent(
                List.of("I stop answering the phone"),
                List.of("Walk around the block"),
                List.of(),
                List.of(new Contact("My sister", "+1 555 0100"), new Contact("Tom, next door", null)),
                List.of(),
                List.of("My brother keeps the key"));

        assertThat(PrintedCrisisPlan.of(says, LocalDate.of(2026, 3, 2), HELP)).isEqualTo("""
                My plan, of 2026-03-02

                How I notice that it begins
                  - I stop answering the phone

                What I can do by myself
                  - Walk around the block

                People I can ask for help
                  - My sister, +1 555 0100
                  - Tom, next door

                Making my surroundings safer
                  - My brother keeps the key

                Call or text 988.
                """);
    }

    @Test
    void whoHasNoPlanYetIsToldWhomToCall() {
        assertThat(PrintedCrisisPlan.of(null, null, HELP)).isEqualTo(HELP + "\n");
    }
}
