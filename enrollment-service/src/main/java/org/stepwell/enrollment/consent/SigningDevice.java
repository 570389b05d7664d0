package org.stepwell.enrollment.consent;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.edge.CallerAddress;
import org.stepwell.platform.seal.SealedJson;

/** Where an electronic signature was given: evidence, as its time is, and kept sealed like the signer's name. */
@Singleton
class SigningDevice {

    private static final String FIELD = "consent-signed-from";
    private static final int DEVICE_MAX = 300;

    private final CurrentVertxRequest current;
    private final CallerAddress callers;
    private final SealedJson sealed;

    SigningDevice(CurrentVertxRequest current, CallerAddress callers, SealedJson sealed) {
        this.current = current;
        this.callers = callers;
        this.sealed = sealed;
    }

    /** The address of a request, and what it says of its browser. */
    @Schema(name = "ConsentSignedFrom")
    record SignedFrom(String address, @Nullable String device) {}

    /** Of this request, sealed; nothing where the signature is on paper, and the device is of whoever types it in. */
    @Nullable
    String seal(ConsentId consent, Signature.Method method) {
        if (method == Signature.Method.PAPER) {
            return null;
        }
        var request = current.getCurrent().request();
        @Nullable String said = request.getHeader("User-Agent");
        var device = said == null ? null : said.substring(0, Math.min(said.length(), DEVICE_MAX));
        return sealed.seal(FIELD, consent.value(), new SignedFrom(callers.of(request), device));
    }

    static SignedFrom open(SealedJson sealed, ConsentId consent, String signedFrom) {
        return sealed.open(FIELD, consent.value(), signedFrom, SignedFrom.class);
    }
}
