package org.stepwell.aftercare.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sponsor is anonymous here, too. */
class SponsorNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bill", "B", "B.", "BW", "B.W.", "B. W.", "B W", "J.R.R.T.", "Zoë", "Łukasz", "अनिता"})
    void aFirstNameOrInitialsNameASponsor(String name) {
        assertThat(new SponsorName(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bill Wilson",
                "Bill W.",
                "W. Wilson",
                "B.Wilson",
                "Bill-Wilson",
                "Bill\nWilson",
                "Bill, 555-0100",
                "Bill1",
                "bill@example.org",
                "S.M.I.T.H.",
                "B..W",
                ".",
                "Abcdefghijklmnopqrstuvwxyzabcde"
            })
    void aLastNameOrAnythingElseDoesNot(String name) {
        assertRefused(SupportRule.SPONSOR_BY_FIRST_NAME, () -> new SponsorName(name));
    }
}
