/** What a patient does, and whom they ask, when it gets hard: written with them, and theirs to read at any hour. */
@NullMarked
package org.stepwell.therapy.crisisplan;

import org.jspecify.annotations.NullMarked;
