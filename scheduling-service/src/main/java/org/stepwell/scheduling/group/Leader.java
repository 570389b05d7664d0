package org.stepwell.scheduling.group;

import jakarta.persistence.Embeddable;
import org.stepwell.contracts.id.StaffId;

/** Somebody who leads a group. */
@Embeddable
record Leader(StaffId staff) {}
