package org.stepwell.enrollment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;

class PrintedLedgerTest {

    private final PrintedLedger printed = new PrintedLedger(ZoneId.of("America/New_York"));

    @Test
    void namesThatLookLikeMarkupStayText() throws IOException {
        var page = page(List.of(told("<img src=x> & \"Sons\"")), List.of());

        assertThat(page).contains("<td>&lt;img src=x&gt; &amp; &quot;Sons&quot; (treating provider)</td>");
    }

    @Test
    void timesAreTheClinics() throws IOException {
        assertThat(page(List.of(told("Ana")), List.of())).contains("<td>March 2, 2026, 6:00 PM</td>");
    }

    @Test
    void anEmptyLedgerSaysSo() throws IOException {
        assertThat(page(List.of(), List.of()))
                .contains("Nobody has been told anything")
                .doesNotContain("<table");
    }

    @Test
    void allPagesStandInOneTableInTheirOrder() throws IOException {
        var page = page(List.of(told("Ana"), told("Ben")), List.of(told("Cleo")));

        assertThat(page)
                .containsOnlyOnce("<table")
                .containsOnlyOnce("</table>")
                .containsSubsequence("Ana", "Ben", "Cleo");
    }

    private String page(List<Ledger.Entry> first, List<Ledger.Entry> second) throws IOException {
        var left = new ArrayDeque<>(List.of(first, second));
        var out = new ByteArrayOutputStream();
        printed.write(out, () -> left.isEmpty() ? List.of() : left.remove());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Ledger.Entry told(String name) {
        return new Ledger.Entry(
                new UUID(0, 1),
                Instant.parse("2026-03-02T23:00:00Z"),
                "enrollment",
                "intake:1",
                Recipient.Kind.TREATING_PROVIDER,
                null,
                null,
                name,
                null,
                DisclosurePurpose.TREATMENT,
                List.of(DataCategory.MEDICATION),
                Channel.PHONE,
                true,
                DisclosureBasis.MEDICAL_EMERGENCY,
                null,
                new UUID(0, 2),
                null,
                null);
    }
}
