"""torchvision's side of the tests of views.

usage: torchvision_views.py RESIZE,SIZE... / BRIGHTNESS,CONTRAST,SATURATION... / FILE...
Writes, for every file, to the standard output: the samples of every evaluation view; of the picture changed in every of
those ways, in that order; and the float32 planes after ToTensor and ImageNet's Normalize. Ends with code 3 where
torchvision is missing.
"""

import sys

try:
    from PIL import Image
    from torchvision import transforms
    from torchvision.transforms import functional
except ImportError:
    sys.exit(3)

first = sys.argv.index("/")
second = sys.argv.index("/", first + 1)
views = [[int(n) for n in case.split(",")] for case in sys.argv[1:first]]
colours = [[float(n) for n in case.split(",")] for case in sys.argv[first + 1 : second]]
out = sys.stdout.buffer
for path in sys.argv[second + 1 :]:
    image = Image.open(path).convert("RGB")
    for resize, size in views:
        if resize == 0:
            view = transforms.Resize((size, size))(image)
        else:
            view = transforms.CenterCrop(size)(transforms.Resize(resize)(image))
        out.write(view.tobytes())
    for brightness, contrast, saturation in colours:
        changed = functional.adjust_brightness(image, brightness)
        changed = functional.adjust_contrast(changed, contrast)
        out.write(functional.adjust_saturation(changed, saturation).tobytes())
    tensor = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(transforms.ToTensor()(image))
    out.write(tensor.numpy().tobytes())
