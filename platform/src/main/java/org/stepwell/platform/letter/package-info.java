/** How letters leave, whichever feature wrote them: as a mail that says nothing but that a document waits, and where. */
@NullMarked
package org.stepwell.platform.letter;

import org.jspecify.annotations.NullMarked;
