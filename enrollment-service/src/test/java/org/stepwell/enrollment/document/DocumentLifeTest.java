package org.stepwell.enrollment.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;

/** How a paper leaves a chart: taken out by one person, destroyed by another. */
class DocumentLifeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final Document document = new Document(
            new DocumentId(UUID.randomUUID()),
            new PatientId(UUID.randomUUID()),
            DocumentKind.COURT_ORDER,
            Pages.of("%PDF-1.7".getBytes(UTF_8)),
            "sealed name",
            "intake:ivy",
            NOW);

    @Test
    void whatIsInTheChartIsReadByAllAndDestroyedByNobody() {
        assertThatCode(() -> document.mustBeReadable(false)).doesNotThrowAnyException();
        assertRefused(DocumentRule.DOCUMENT_IS_IN_THE_CHART, () -> document.erase("sealed", "officer:paul", NOW));
        assertThat(document.status()).isEqualTo(Document.Status.FILED);
    }

    @Test
    void whatWasRemovedIsReadByWhoeverDecides() {
        document.remove(Document.Reason.ANOTHER_PATIENTS, null, "intake:ivy", NOW);

        assertRefused(DocumentRule.DOCUMENT_WAS_REMOVED, () -> document.mustBeReadable(false));
        assertThatCode(() -> document.mustBeReadable(true)).doesNotThrowAnyException();
        assertRefused(
                DocumentRule.DOCUMENT_WAS_REMOVED,
                () -> document.remove(Document.Reason.OTHER, null, "intake:ivy", NOW));
        assertThat(document.removedBecause()).isEqualTo(Document.Reason.ANOTHER_PATIENTS);
    }

    @Test
    void whatWasErasedIsReadByNobodyAndLosesItsName() {
        document.remove(Document.Reason.ANOTHER_PATIENTS, null, "intake:ivy", NOW);
        document.erase("sealed", "officer:paul", NOW);

        assertRefused(DocumentRule.DOCUMENT_WAS_ERASED, () -> document.mustBeReadable(true));
        assertRefused(DocumentRule.DOCUMENT_WAS_ERASED, () -> document.erase("sealed", "officer:paul", NOW));
        assertThat(document.sealedName()).isNull();
    }
}
