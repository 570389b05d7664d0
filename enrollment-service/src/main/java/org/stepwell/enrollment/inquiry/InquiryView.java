package org.stepwell.enrollment.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.seal.SealedJson;

/** A first call as intake sees it. */
@Schema(name = "InquiryView")
record InquiryView(
        InquiryId id,
        Inquiry.Channel channel,
        InquirySource source,
        Inquiry.Status status,

        @Schema(description = "erased a year after the call, unless the clinic's organization says otherwise") @Nullable
        Caller caller,

        Instant receivedAt,

        @Schema(description = "each time that somebody called back, oldest first")
        List<Tries.Try> tries,

        @Nullable Long minutesToFirstContact,
        @Nullable Instant registeredAt,
        Inquiry.@Nullable Closing closedBecause) {

    static InquiryView of(Inquiry inquiry, SealedJson sealed) {
        @Nullable Instant first = inquiry.firstContactAt();
        @Nullable String caller = inquiry.sealedCaller();
        return new InquiryView(
                inquiry.id(),
                inquiry.channel(),
                inquiry.source(),
                inquiry.status(),
                caller == null
                        ? null
                        : sealed.open(ReceiveInquiry.CALLER, inquiry.id().value(), caller, Caller.class),
                inquiry.receivedAt(),
                inquiry.tries().all(),
                first == null
                        ? null
                        : Duration.between(inquiry.receivedAt(), first).toMinutes(),
                inquiry.registeredAt(),
                inquiry.closedBecause());
    }
}
