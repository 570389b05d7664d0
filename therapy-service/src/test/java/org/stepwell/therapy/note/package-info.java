@NullMarked
package org.stepwell.therapy.note;

import org.jspecify.annotations.NullMarked;
