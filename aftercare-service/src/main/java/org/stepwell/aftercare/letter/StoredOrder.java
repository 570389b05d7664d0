package org.stepwell.aftercare.letter;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;

/** What was to be told, to whom and what for, as a letter keeps it. */
@Embeddable
class StoredOrder {

    @Enumerated(EnumType.STRING)
    private LetterOrder.Way way;

    @Enumerated(EnumType.STRING)
    private Recipient.Kind recipientKind;

    private @Nullable UUID recipientId;

    @Enumerated(EnumType.STRING)
    private DisclosurePurpose purpose;

    /** The details, by name, with commas between. */
    private String categories;

    private LocalDate answerBy;

    @SuppressWarnings("NullAway.Init")
    protected StoredOrder() {}

    StoredOrder(LetterOrder order) {
        way = order.way();
        recipientKind = order.recipient().kind();
        recipientId = order.recipient().id();
        purpose = order.purpose();
        categories = order.also().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        answerBy = order.answerBy();
    }

    LetterOrder read() {
        var also = EnumSet.noneOf(LetterOrder.Detail.class);
        if (!categories.isEmpty()) {
            Arrays.stream(categories.split(",", -1))
                    .map(LetterOrder.Detail::valueOf)
                    .forEach(also::add);
        }
        return new LetterOrder(way, new Recipient(recipientKind, recipientId), purpose, also, answerBy);
    }
}
