package org.stepwell.enrollment.consent;

import java.time.Instant;
import org.stepwell.contracts.id.ConsentId;

/** A form about care that is in force, and the version that was signed. */
public record SignedForm(ConsentId consent, int version, Instant signedAt) {}
