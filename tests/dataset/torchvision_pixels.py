"""torchvision's side of the tests of pixel changes.

usage: torchvision_pixels.py FILE FUNCTION=ARGUMENT...
Writes the samples of the picture that each function of torchvision.transforms.functional makes of the file, to the standard
output. Ends with code 3 where torchvision is missing.
"""

import sys

try:
    from PIL import Image
    from torchvision.transforms import functional
except ImportError:
    sys.exit(3)

image = Image.open(sys.argv[1]).convert("RGB")
for change in sys.argv[2:]:
    name, argument = change.split("=")
    function = getattr(functional, name)
    if name in ("autocontrast", "equalize"):
        changed = function(image)
    elif name == "posterize":
        changed = function(image, int(float(argument)))
    else:
        changed = function(image, float(argument))
    sys.stdout.buffer.write(changed.tobytes())
