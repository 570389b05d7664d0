package org.stepwell.therapy.note;

import java.util.UUID;
import org.stepwell.contracts.id.Id;

/** The part of one patient in a note, as tasks name it. */
record NotePartId(UUID value) implements Id {}
